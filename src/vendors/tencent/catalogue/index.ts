import type { AnyCommand } from '../../../command';
import * as bots from './bots';
import * as c2c from './c2c';
import * as groups from './groups';
import * as notices from './notices';
import * as officialAccounts from './official-accounts';
import * as push from './push';
import * as relations from './relations';
import * as users from './users';

const topics = { groups, officialAccounts, users, relations, c2c, bots, push, notices };

type Topics = typeof topics;
/** Every Tencent command, as a union. */
export type TencentCommand = { [T in keyof Topics]: Topics[T][keyof Topics[T]] }[keyof Topics];

/** The same at run time. */
export const tencentCommands: readonly AnyCommand[] = Object.values(topics).flatMap((topic) =>
  Object.values<AnyCommand>(topic),
);
