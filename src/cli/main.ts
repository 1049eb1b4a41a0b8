/**
 * The headless twin: `avatarize`, `evaluate`, `famd`, `inspect`. Writes only the files named; talks on stderr; an error
 * is one JSON line there, and a non-zero exit.
 */
import { SosieError, toCodedError } from '../engine/errors.ts';
import { catalogues } from '../engine/words/index.ts';
import { say, speakers, type Language } from '../engine/words/words.ts';
import { commands } from './commands.ts';
import { makeNotes } from './notes.ts';
import { readOptions, usages, type CommandName } from './options.ts';

const [name, ...args] = process.argv.slice(2);
/** Before the options are read, so that their own errors are said in it too. */
const language: Language = /--lang[= ]fr\b/.test(args.join(' ')) ? 'fr' : 'en';

try {
  if (name === undefined || !(name in commands)) {
    throw new SosieError('E47', { usage: Object.values(usages).join(' | ') });
  }
  const command = name as CommandName;
  const options = readOptions(command, args);
  await commands[command](options, makeNotes(options.language));
} catch (error) {
  const { code, params, where } = toCodedError(error);
  const { errors } = catalogues[language];
  const sentence = errors[code] ?? code;
  const message = say(sentence, params, speakers[language]);
  process.stderr.write(`${JSON.stringify({ code, message, where })}\n`);
  if (code === 'E21' && process.env.SOSIE_DEBUG)
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
