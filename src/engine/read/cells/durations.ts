/** Lengths of time of several parts, as they are spoken: `2 j 3 h`, `1 h 30 min`, `5 min 10 s`. */

const parts =
  /^(?:(\d{1,4}) ?(?:j|jours?|d|days?)[ ,]*)?(?:(\d{1,3}) ?(?:h|hrs?|heures?|hours?)[ ,]*)?(?:(\d{1,2}) ?(?:mn|min|minutes?|m)?[ ,]*)?(?:(\d{1,2}) ?(?:s|sec|secondes?|seconds?))?$/i;
const unitLetter = /\d ?[a-z]/i;

/** Seconds of a length of time written in at least two parts, the last of which may lack its unit (`1 h 30`); else `null`. */
export function scanDuration(text: string): number | null {
  const match = unitLetter.test(text) ? parts.exec(text) : null;
  if (!match) return null;
  const written = match.slice(1).filter((part) => part !== undefined);
  if (written.length < 2) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  // Minutes without a unit belong to hours: "2 j 30" says nothing.
  if (match[3] !== undefined && match[2] === undefined && !/\d ?m/i.test(text)) return null;
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
