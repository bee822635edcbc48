import { commandsOf } from '../../../catalogue/command';

/**
 * One OpenIM command. The server checks no range for refusal codes; its documents give 20001 to 29999 to business
 * servers, and a code of 0 would be turned into 500 (server 3.7 on).
 */
export const command = commandsOf('openim', { plain: 20001, own: [20001, 29999] });
