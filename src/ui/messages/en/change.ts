/** What can be changed so that a line of the policy holds, given the settings in use. */
export const change = () => ({
  title: 'What to change',
  proposed: (settings: string) =>
    `The advisor proposes ${settings}. What it measured on a sample stands beside each line.`,
  measured: (value: string) => `advisor: ${value}`,
  none: 'The advisor can try other settings on a sample of this file and say what each would change.',
  toAdvisor: 'Ask the advisor, in the settings',
  toColumns: 'Go to the columns',
  moves: {
    reinforced: 'Take the reinforced generator: another method made this file.',
    cap: (share: string, guaranteed: string) =>
      `Set the cap on the largest donor to ${share}, in the advanced settings: it guarantees ${guaranteed} effective donors.`,
    neighbours: (k: string) => `Set k to ${k} or more.`,
    axes: 'Blend fewer axes than now: the number of latent axes is among the ingredients of the reinforced generator, which is already in use.',
    isolated: (share: string) =>
      `Leave more of the most isolated patients out than the ${share} of now: it is among the ingredients of the reinforced generator, which is already in use.`,
    isolatedOff:
      'Leave the most isolated patients out: it is among the ingredients of the reinforced generator, which is already in use.',
    floor: (patients: string) =>
      `Raise the floor of the reinforced generator to ${patients} patients: it pools rare categories and keeps numbers within bounds.`,
    column: (name: string) => `Drop or group “${name}”. If outcomes are declared, they alone are judged.`,
    coarser: 'Group rare categories, round numbers, or drop the columns that make patients unique.',
    patients:
      'Gather more patients: on so few, no setting makes these figures prove anything. A file of 50 to 99 patients can leave with a risk study and a recorded derogation, of fewer not at all.',
    narrow: {
      reinforced: 'More patients narrow the interval; the reinforced generator lowers the figure itself.',
      axes: 'More patients narrow the interval; fewer latent axes lower the figure itself.',
    },
  },
});
