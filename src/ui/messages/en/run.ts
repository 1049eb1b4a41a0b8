import type { Speaker } from '../../../engine/words/words.ts';
import type { StageId } from '../../../workers/protocol.ts';

export const run = (speak: Speaker) => ({
  title: 'Computation',
  titleRunning: 'Computing',
  titleDone: 'The avatars are ready',
  stages: {
    prepare: 'Preparing the columns',
    factor: 'Projection: finding the axes',
    neighbors: 'Neighbours of each patient',
    generate: 'Drawing the avatars',
    privacy: 'Measuring confidentiality',
    utility: 'Measuring utility',
  } satisfies Record<StageId, string> as Record<StageId, string>,
  stage: 'Stage',
  state: 'State',
  waiting: 'to come',
  doing: 'in progress',
  done: 'done',
  overall: 'Whole computation',
  elapsed: (time: string) => `${time} elapsed`,
  left: (seconds: number) =>
    seconds < 90
      ? `about ${speak.plural(seconds, { one: '# second', other: '# seconds' })} left`
      : `about ${speak.plural(Math.round(seconds / 60), { one: '# minute', other: '# minutes' })} left`,
  almost: 'almost done',
  took: (time: string) => `Done in ${time}.`,
  cancel: 'Cancel',
  escape: 'Esc asks whether to cancel.',
  cancelTitle: 'Cancel the computation?',
  cancelText: 'Your file, your columns and your settings stay as they are. Only this computation is abandoned.',
  cancelYes: 'Cancel the computation',
  cancelNo: 'Let it go on',
  titleCancelled: 'Computation cancelled',
  cancelled: 'Nothing has changed: your file, columns and settings are as you left them.',
  former: 'The earlier avatars are still there',
  resume: 'Start again',
  idle: 'No computation yet.',
  toSettings: 'Go to the settings',
  verdict: 'See the verdict',
  speak: (stage: string, share: string) => `${stage}, ${share}`,
  announceDone: 'Computation finished. The verdict is ready.',
  announceCancelled: 'Computation cancelled.',
  stay: 'You can look at the earlier steps meanwhile; changing them does not disturb this computation.',
  search: (how: string) => `Neighbour search: ${how}`,
});
