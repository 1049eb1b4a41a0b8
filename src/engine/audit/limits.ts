/** What is sampled in a large file, so that an audit does not grow with its square. */

/** Patients above which some are attacked, and how many members and controls then are (privacy.md 2: 2 000 a round). */
export const rowsForSample = 5000;
export const attackedOfEach = 1000;

/** Patients a round is played on at most. */
export const mostInSplit = 20_000;
