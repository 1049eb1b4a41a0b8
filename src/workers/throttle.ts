/** At most one message each 50 ms while `part` stays the same; a change of part always passes. */
const milliseconds = 50;

export function everySoOften<T>(send: (message: T) => void, part: (message: T) => string): (message: T) => void {
  let last = -Infinity;
  let current = '';
  return (message) => {
    const now = performance.now();
    const own = part(message);
    if (own === current && now - last < milliseconds) return;
    last = now;
    current = own;
    send(message);
  };
}
