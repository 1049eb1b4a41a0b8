/** Cohorts simulated by us (scripts/make-samples.mjs), inside the scripts of the app: opening one asks nothing of anyone. */
const files = {
  'cohorte-propre': () => import('../../public/samples/cohorte-propre.csv?base64'),
  'cohorte-pieges': () => import('../../public/samples/cohorte-pieges.csv?base64'),
};

export type SampleId = keyof typeof files;

export const sampleIds = Object.keys(files) as SampleId[];

export async function loadSample(id: SampleId): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { default: text } = await files[id]();
  return { fileName: `${id}.csv`, bytes: Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) };
}
