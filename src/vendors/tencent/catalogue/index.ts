import type { AnyCommand } from '../../../command';
import * as groups from './groups';
import * as officialAccounts from './official-accounts';

const topics = { groups, officialAccounts };

type Topics = typeof topics;
/** Every Tencent command, as a union. */
export type TencentCommand = { [T in keyof Topics]: Topics[T][keyof Topics[T]] }[keyof Topics];

/** The same at run time. */
export const tencentCommands: readonly AnyCommand[] = Object.values(topics).flatMap((topic) =>
  Object.values<AnyCommand>(topic),
);
