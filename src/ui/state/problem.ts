/** What went wrong, and in doing what. */
import type { CodedError } from '../../engine/errors.ts';

export type Doing =
  'open' | 'read' | 'plan' | 'run' | 'audit' | 'shadow' | 'decide' | 'advise' | 'evaluate' | 'export' | 'draw';

export interface Problem {
  readonly error: CodedError;
  readonly doing: Doing;
}
