/** What every search refuses. A refusal here is a bug of the caller (E21), never the user's doing. */
import { SosieError } from '../errors.ts';
import type { CloserRequest, NearestRequest, Points } from './search.ts';

/** Beyond this size a sum of squares could overflow and distances would stop being comparable. */
const largestCoordinate = 1e150;

function refuse(reason: string): never {
  throw new SosieError('E21', { reason });
}

export function checkPoints(points: Points, name: string): void {
  const { count, dimensions, values } = points;
  if (!Number.isInteger(count) || count < 0) refuse(`invalid count of ${name}: ${count}`);
  if (!Number.isInteger(dimensions) || dimensions < 1) refuse(`invalid dimensions of ${name}: ${dimensions}`);
  if (values.length !== count * dimensions) {
    refuse(`${name} hold ${values.length} values, not ${count} x ${dimensions}`);
  }
  for (const value of values) {
    if (!(Math.abs(value) <= largestCoordinate)) refuse(`${name} are not all finite`);
  }
}

export function checkNearest({ points, queries, k, excludeSame }: NearestRequest): void {
  checkPair(points, queries);
  const largest = points.count - (excludeSame ? 1 : 0);
  if (!Number.isInteger(k) || k < 1 || k > largest) refuse(`invalid k: ${k}, not in 1 .. ${largest}`);
  if (excludeSame && queries.count !== points.count) {
    refuse(`${queries.count} queries and ${points.count} points are not the same table`);
  }
}

export function checkCloser({ points, queries }: CloserRequest): void {
  checkPair(points, queries);
  if (queries.count !== points.count) refuse(`${queries.count} queries for ${points.count} partners`);
}

function checkPair(points: Points, queries: Points): void {
  checkPoints(points, 'points');
  if (queries !== points) checkPoints(queries, 'queries');
  if (queries.dimensions !== points.dimensions) {
    refuse(`queries have ${queries.dimensions} dimensions, points ${points.dimensions}`);
  }
}
