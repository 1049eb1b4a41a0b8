/** Tagged answers: Comlink keeps only the message of a thrown error, so codes and places travel as data. */
import { SosieError, toCodedError } from '../engine/errors.ts';
import type { Answer } from './protocol.ts';

/** Runs `body`; whatever it throws becomes an answer. The cause of a bug is named, never its message (it may hold data). */
export async function answer<T>(body: () => Promise<T> | T): Promise<Answer<T>> {
  try {
    return { ok: true, value: await body() };
  } catch (error) {
    const coded = toCodedError(error);
    const bug = coded.code === 'E21' && error instanceof Error ? { bug: error.name } : {};
    return { ok: false, error: coded, ...bug };
  }
}

/** The value, or the error thrown again on this side. */
export function unwrap<T>(reply: Answer<T>): T {
  if (reply.ok) return reply.value;
  if (reply.error.code === 'E18') throw new DOMException('cancelled', 'AbortError');
  const { code, params, where } = reply.error;
  throw new SosieError(code, reply.bug === undefined ? params : { ...params, bug: reply.bug }, where);
}
