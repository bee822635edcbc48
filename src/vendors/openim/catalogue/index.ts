import type { AnyCommand } from '../../../command';
import * as messages from './messages';
import * as presence from './presence';
import * as push from './push';
import * as reactions from './reactions';
import * as receipts from './receipts';

const topics = { messages, receipts, push, presence, reactions };

type Topics = typeof topics;
/** Every OpenIM command, as a union. */
export type OpenimCommand = { [T in keyof Topics]: Topics[T][keyof Topics[T]] }[keyof Topics];

/** The same at run time. */
export const openimCommands: readonly AnyCommand[] = Object.values(topics).flatMap((topic) =>
  Object.values<AnyCommand>(topic),
);
