/** The named stages of a run, in order. */
export const stageIds = ['prepare', 'factor', 'neighbors', 'generate', 'privacy', 'utility'] as const;
export type StageId = (typeof stageIds)[number];
