/** All sentences of the domain, by language. Adding a key to an English file makes the French one fail to compile. */
import { errors as errorsEn } from './en/errors.ts';
import { evidence as evidenceEn } from './en/evidence.ts';
import { findings as findingsEn } from './en/findings.ts';
import { jobErrors as jobErrorsEn, planFindings as planFindingsEn } from './en/job.ts';
import { metrics as metricsEn } from './en/metrics.ts';
import { settings as settingsEn } from './en/settings.ts';
import { errors as errorsFr } from './fr/errors.ts';
import { evidence as evidenceFr } from './fr/evidence.ts';
import { findings as findingsFr } from './fr/findings.ts';
import { jobErrors as jobErrorsFr, planFindings as planFindingsFr } from './fr/job.ts';
import { metrics as metricsFr } from './fr/metrics.ts';
import { settings as settingsFr } from './fr/settings.ts';
import type { Catalogue, Language } from './words.ts';

export interface Catalogues {
  readonly errors: Catalogue;
  readonly findings: Catalogue;
  readonly evidence: Catalogue;
  readonly metrics: Catalogue;
  readonly settings: Catalogue;
}

export const catalogues: Readonly<Record<Language, Catalogues>> = {
  en: {
    errors: { ...errorsEn, ...jobErrorsEn },
    findings: { ...findingsEn, ...planFindingsEn },
    evidence: evidenceEn,
    metrics: metricsEn,
    settings: settingsEn,
  },
  fr: {
    errors: { ...errorsFr, ...jobErrorsFr },
    findings: { ...findingsFr, ...planFindingsFr },
    evidence: evidenceFr,
    metrics: metricsFr,
    settings: settingsFr,
  },
};
