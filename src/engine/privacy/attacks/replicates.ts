/** Draws a figure again and again (bootstrap, permutations), and stops at once when it is cancelled. */
import { pause } from '../../pause.ts';

export async function replicate(count: number, draw: () => number, signal?: AbortSignal): Promise<Float64Array> {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    await pause(signal);
    values[i] = draw();
  }
  return values;
}
