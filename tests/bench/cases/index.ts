/** Every benchmark. Adding one: a file here that exports its cases, and a line below. */
import type { BenchCase } from '../case.ts';
import { auditCases } from './audit.ts';
import { jobCases } from './job.ts';
import { neighborCases } from './neighbors.ts';
import { readingCases } from './reading.ts';

export const benchCases: readonly BenchCase[] = [...neighborCases, ...jobCases, ...auditCases, ...readingCases];
