/** The buttons that go with a problem: what can be done about it, from where the user is. */
import type { Messages } from '../messages/index.ts';
import { withSettings } from './decisions.ts';
import { startingK } from './presets.ts';
import type { Problem, Session } from './session.svelte.ts';

export interface Action {
  readonly label: string;
  readonly run: () => void;
}

/** The code of a file that has too few rows for k. */
const tooFewRows = 'E01';

/** A smaller k, for a file that has room for one. */
export function smallerK(code: string, session: Session, t: Messages): Action | null {
  const rows = session.source?.rows ?? 0;
  if (code !== tooFewRows || rows < 3) return null;
  const k = startingK(rows - 1);
  return {
    label: t.problem.smallerK(k),
    run: () => session.apply(withSettings(session.decisions, { k }), { kind: 'k', value: k }),
  };
}

export function problemActions({ error, doing }: Problem, session: Session, t: Messages): readonly Action[] {
  const { problem } = t;
  const actions: Action[] = [];
  const smaller = smallerK(error.code, session, t);
  if (smaller !== null) actions.push(smaller);
  if (doing === 'run') actions.push({ label: problem.retry, run: () => void session.start() });
  if (doing === 'run' || doing === 'plan') {
    actions.push({ label: problem.toColumns, run: () => session.goto('columns') });
    actions.push({ label: problem.toSettings, run: () => session.goto('settings') });
  }
  if (doing === 'open' && session.source !== null) {
    actions.push({ label: problem.back, run: () => session.goto('reading') });
  }
  if (doing === 'open' && session.step !== 'home') {
    actions.push({ label: problem.other, run: () => session.goto('home') });
  }
  return actions;
}

/** What may be copied to support: codes, versions and sizes; never a value, a column or a file name. */
export function supportDetail({ error, doing }: Problem, session: Session): string {
  const { source, decisions } = session;
  return JSON.stringify(
    {
      code: error.code,
      doing,
      version: __VERSION__,
      build: __BUILD__,
      format: source?.format,
      rows: source?.rows,
      columns: source?.columns.length,
      k: decisions.settings.k,
      ncp: decisions.settings.ncp,
      browser: navigator.userAgent,
    },
    null,
    2,
  );
}
