/** The steps that are loaded when first shown: the first screen needs only Home. */
import type { Component } from 'svelte';
import type { RunView } from '../../workers/protocol.ts';
import type { StepId } from '../state/steps.ts';

type OwnStep = Exclude<StepId, 'home' | 'verdict' | 'projection' | 'utility'>;
type ResultStep = Extract<StepId, 'verdict' | 'projection' | 'utility'>;

export const lateSteps: Readonly<Record<OwnStep, () => Promise<Component<Record<string, never>>>>> = {
  reading: async () => (await import('./reading/Reading.svelte')).default,
  columns: async () => (await import('./columns/Columns.svelte')).default,
  settings: async () => (await import('./settings/SettingsStep.svelte')).default,
  run: async () => (await import('./run/Run.svelte')).default,
  export: async () => (await import('./export/Export.svelte')).default,
};

export const resultSteps: Readonly<Record<ResultStep, () => Promise<Component<{ run: RunView }>>>> = {
  verdict: async () => (await import('./verdict/Verdict.svelte')).default,
  projection: async () => (await import('./projection/Projection.svelte')).default,
  utility: async () => (await import('./utility/Utility.svelte')).default,
};
