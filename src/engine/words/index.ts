/** All sentences of the domain, by language. Adding a key to an English file makes the French one fail to compile. */
import { attackFrame as attackFrameEn } from './en/attack-frame.ts';
import { attacks as attacksEn } from './en/attacks.ts';
import { cellFindings as cellFindingsEn, typeEvidence as typeEvidenceEn } from './en/cells.ts';
import { derive as deriveEn, deriveFindings as deriveFindingsEn, recipeErrors as recipeErrorsEn } from './en/derive.ts';
import { errors as errorsEn } from './en/errors.ts';
import { evidence as evidenceEn } from './en/evidence.ts';
import { findings as findingsEn } from './en/findings.ts';
import { jobErrors as jobErrorsEn, planFindings as planFindingsEn } from './en/job.ts';
import { metrics as metricsEn } from './en/metrics.ts';
import { ledgerErrors as ledgerErrorsEn, policy as policyEn } from './en/policy.ts';
import { releaseTests as releaseTestsEn } from './en/release-tests.ts';
import { settings as settingsEn } from './en/settings.ts';
import { attackFrame as attackFrameFr } from './fr/attack-frame.ts';
import { attacks as attacksFr } from './fr/attacks.ts';
import { cellFindings as cellFindingsFr, typeEvidence as typeEvidenceFr } from './fr/cells.ts';
import { derive as deriveFr, deriveFindings as deriveFindingsFr, recipeErrors as recipeErrorsFr } from './fr/derive.ts';
import { errors as errorsFr } from './fr/errors.ts';
import { evidence as evidenceFr } from './fr/evidence.ts';
import { findings as findingsFr } from './fr/findings.ts';
import { jobErrors as jobErrorsFr, planFindings as planFindingsFr } from './fr/job.ts';
import { metrics as metricsFr } from './fr/metrics.ts';
import { ledgerErrors as ledgerErrorsFr, policy as policyFr } from './fr/policy.ts';
import { releaseTests as releaseTestsFr } from './fr/release-tests.ts';
import { settings as settingsFr } from './fr/settings.ts';
import type { Catalogue, Language } from './words.ts';

export interface Catalogues {
  readonly errors: Catalogue;
  readonly findings: Catalogue;
  /** Computations of columns and rules about rows: names, explanations, sentences. */
  readonly derive: Catalogue;
  readonly evidence: Catalogue;
  readonly metrics: Catalogue;
  readonly settings: Catalogue;
  /** Lines of the export policy, states, what a record lacks. */
  readonly policy: Catalogue;
}

export const catalogues: Readonly<Record<Language, Catalogues>> = {
  en: {
    errors: { ...errorsEn, ...jobErrorsEn, ...ledgerErrorsEn, ...recipeErrorsEn },
    findings: { ...findingsEn, ...cellFindingsEn, ...planFindingsEn, ...deriveFindingsEn },
    derive: deriveEn,
    evidence: { ...evidenceEn, ...typeEvidenceEn },
    metrics: { ...metricsEn, ...attacksEn, ...releaseTestsEn, ...attackFrameEn },
    settings: settingsEn,
    policy: policyEn,
  },
  fr: {
    errors: { ...errorsFr, ...jobErrorsFr, ...ledgerErrorsFr, ...recipeErrorsFr },
    findings: { ...findingsFr, ...cellFindingsFr, ...planFindingsFr, ...deriveFindingsFr },
    derive: deriveFr,
    evidence: { ...evidenceFr, ...typeEvidenceFr },
    metrics: { ...metricsFr, ...attacksFr, ...releaseTestsFr, ...attackFrameFr },
    settings: settingsFr,
    policy: policyFr,
  },
};
