/** The state of release in one word, for the frame and for the verdict. */
export const statesEn = {
  exportable: 'exportable',
  reservation: 'quarantine, reservation',
  serious: 'quarantine, serious',
  blocked: 'blocked',
  teaching: 'teaching',
  waiting: 'audit not done',
  evaluation: 'evaluation, not a verdict',
};

export const statesFr: typeof statesEn = {
  exportable: 'exportable',
  reservation: 'quarantaine, réserve',
  serious: 'quarantaine, grave',
  blocked: 'bloqué',
  teaching: 'enseignement',
  waiting: 'audit non fait',
  evaluation: 'évaluation, pas un verdict',
};
