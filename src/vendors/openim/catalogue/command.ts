import { commandsOf } from '../../../catalogue/command';

/**
 * One OpenIM command. The server checks no range for refusal codes; its documents give 20001 to 29999 to business
 * servers, and a code of 0 would be turned into 500 (server 3.7 on).
 */
export const command = commandsOf({
  vendor: 'openim',
  namesApp: false,
  // Several events of one millisecond may have equal bodies, e.g. two requests of one script.
  datesInMs: false,
  refusal: { plain: 20001, own: [20001, 29999] },
});
