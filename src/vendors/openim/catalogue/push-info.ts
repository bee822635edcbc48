import { boolean, fields, text } from '../../../codecs';

/**
 * The push info of a message. In requests the server embeds it: its fields lie at the top level of the body, and all of
 * them vanish when the message has none; servers 2.x leave out the empty ones. In replies it is an object.
 */
export const pushInfo = {
  title: text,
  desc: text,
  ex: text,
  iOSPushSound: text,
  iOSBadgeCount: boolean,
  signalInfo: text,
};

export const PushInfo = fields('push info', {}, pushInfo);
