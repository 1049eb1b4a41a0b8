/** What an audit is doing, for its progress. */
export const auditSteps = [
  'leave-one-out',
  'generate',
  'membership',
  'holdout-share',
  'linkability',
  'inference',
  'singling-out',
  'reconstruction',
  'copies',
  'anchors',
  'shadow',
] as const;
export type AuditStep = (typeof auditSteps)[number];

/** `share` of the whole audit done; `round` of `rounds`, from 1, or 0 outside of the rounds. */
export interface AuditProgress {
  readonly step: AuditStep;
  readonly share: number;
  readonly round: number;
  readonly rounds: number;
}
