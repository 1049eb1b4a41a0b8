/** All sentences of the domain, by language. Adding a key to an English file makes the French one fail to compile. */
import { jobErrors as jobErrorsEn, planFindings as planFindingsEn } from './en/job.ts';
import { metrics as metricsEn } from './en/metrics.ts';
import { settings as settingsEn } from './en/settings.ts';
import { jobErrors as jobErrorsFr, planFindings as planFindingsFr } from './fr/job.ts';
import { metrics as metricsFr } from './fr/metrics.ts';
import { settings as settingsFr } from './fr/settings.ts';
import type { Catalogue, Language } from './words.ts';

export interface Catalogues {
  readonly errors: Catalogue;
  readonly findings: Catalogue;
  readonly metrics: Catalogue;
  readonly settings: Catalogue;
}

export const catalogues: Readonly<Record<Language, Catalogues>> = {
  en: { errors: jobErrorsEn, findings: planFindingsEn, metrics: metricsEn, settings: settingsEn },
  fr: { errors: jobErrorsFr, findings: planFindingsFr, metrics: metricsFr, settings: settingsFr },
};
