import { commandsOf } from '../../../catalogue/command';

/** One Tencent command. A plain refusal is ErrorCode 1; a family with codes of its own says so in its entries. */
export const command = commandsOf('tencent', { plain: 1 });

/** Own codes of group commands (1047/34374 and the other before-pages of the family). */
export const groupRefusal = { plain: 1, own: [10100, 10200] } as const;
