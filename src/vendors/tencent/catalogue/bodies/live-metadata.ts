/** Bodies and commands of the topic liveMetadata. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Live.CallbackAfterSetMetadata`. */
export type TencentLiveMetadataSet = {
  /** room ID */
  RoomId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** what was set */
  Metadata?: TencentMetadata[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Metadata. */
export type TencentMetadata = {
  /** name of the entry */
  Key: string;
  /** its value */
  Value?: string;
};

/** Body of `Live.CallbackAfterDelMetadata`. */
export type TencentLiveMetadataDelete = {
  /** room ID */
  RoomId: string;
  /** the keys that are gone */
  Keys: string[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Metadata of a live room were set. */
export interface TencentLiveMetadataSetCommand
  extends Command<'tencent', 'Live.CallbackAfterSetMetadata', 'liveMetadataSet', 'after', TencentLiveMetadataSet, unknown, null, false, true> {}

/** Keys were deleted from the metadata of a live room. */
export interface TencentLiveMetadataDeleteCommand
  extends Command<'tencent', 'Live.CallbackAfterDelMetadata', 'liveMetadataDelete', 'after', TencentLiveMetadataDelete, unknown, null, false, true> {}
