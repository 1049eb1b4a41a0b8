/** Cohorts simulated by us (scripts/make-samples.mjs), inside the scripts of the app: opening one asks nothing of anyone. */
const files = {
  'cohorte-propre': () => import('../../public/samples/cohorte-propre.csv?base64'),
  'cohorte-pieges': () => import('../../public/samples/cohorte-pieges.csv?base64'),
};

export type SampleId = keyof typeof files;

export const sampleIds = Object.keys(files) as SampleId[];

const opened = new WeakSet<File>();

/** Whether this file is one of ours, and not one of the same name from elsewhere. */
export const isSample = (file: File): boolean => opened.has(file);

export async function loadSample(id: SampleId): Promise<File> {
  const { default: text } = await files[id]();
  const file = new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], `${id}.csv`);
  opened.add(file);
  return file;
}
