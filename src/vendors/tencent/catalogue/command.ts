import { commandsOf } from '../../../catalogue/command';

/** One Tencent command. A plain refusal is ErrorCode 1; a family with codes of its own says so in its entries. */
export const command = commandsOf({
  vendor: 'tencent',
  namesApp: true,
  // EventTime and the like are milliseconds (1047/34354); a time that ends in 000 may be of whole seconds.
  datesInMs: true,
  refusal: { plain: 1 },
});

/** Own codes of group commands (1047/34374 and the other before-pages of the family). */
export const groupRefusal = { plain: 1, own: [10100, 10200] } as const;
