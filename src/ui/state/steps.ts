/** The steps, in order, and what each needs before it can be shown. */
export const stepIds = [
  'home',
  'reading',
  'columns',
  'settings',
  'run',
  'verdict',
  'projection',
  'utility',
  'export',
] as const;

export type StepId = (typeof stepIds)[number];

export const isStep = (value: unknown): value is StepId => stepIds.some((step) => step === value);

/** Steps that show a finished run. */
export const isResult = (step: StepId): boolean => ['verdict', 'projection', 'utility', 'export'].includes(step);

/** Each step by what stands before it: a file, or a run. */
export const isReachable = (step: StepId, known: { readonly file: boolean; readonly run: boolean }): boolean =>
  step === 'home' || (isResult(step) ? known.run : known.file);
