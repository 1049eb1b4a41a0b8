/** Role flags as declared roles. */
import { SosieError } from '../engine/errors.ts';
import type { DeclaredRoles } from '../engine/table/roles.ts';

export type { DeclaredRoles } from '../engine/table/roles.ts';

interface RoleFlag {
  readonly flag: string;
  readonly names: readonly string[];
}

/** @throws SosieError E44 when `--time`, `--event` or `--arm` names several columns */
export function rolesOfFlags(
  flags: readonly RoleFlag[],
  resolve: (flag: string, values: readonly string[]) => Set<string>,
): DeclaredRoles {
  const many = (wanted: string): string[] => [
    ...resolve(`--${wanted}`, flags.find(({ flag }) => flag === wanted)?.names ?? []),
  ];
  const one = (wanted: string): string | null => {
    const names = many(wanted);
    if (names.length > 1) {
      throw new SosieError('E44', { option: `--${wanted}`, value: names.join(', '), allowed: '1' }, { option: wanted });
    }
    return names[0] ?? null;
  };
  return {
    outcome: many('outcome'),
    time: one('time'),
    event: one('event'),
    arm: one('arm'),
    quasi: many('quasi'),
    known: many('known'),
  };
}
