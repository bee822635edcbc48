/**
 * The names in `content` that are OpenIM's own, by its kinds of messages: openim-sdk-core 3.8, pkg/sdk_struct. A sender of a
 * message with another client may write others.
 */
export const contentNames: ReadonlySet<string> = new Set(
  `
  content text title desc description data extension detail msgTips index ex
  atUserList atUsersInfo atUserID groupNickname isAtSelf
  sourcePath sourcePicture bigPicture snapshotPicture uuid type size width height url
  soundPath sourceUrl dataSize duration soundType
  videoPath videoUUID videoUrl videoType videoSize snapshotPath snapshotUUID snapshotSize snapshotUrl snapshotWidth snapshotHeight snapshotType
  filePath fileName fileSize fileType
  abstractList multiMessage quoteMessage messageEntityList offset length info
  longitude latitude userID nickname faceURL
  clientMsgID serverMsgID createTime sendTime sessionType sendID recvID msgFrom contentType senderPlatformID senderNickname
  senderFaceUrl groupID seq isRead status isReact isExternalExtensions offlinePush attachedInfo localEx
  textElem cardElem pictureElem soundElem videoElem fileElem mergeElem atTextElem faceElem locationElem customElem quoteElem
  notificationElem advancedTextElem typingElem
  `
    .trim()
    .split(/\s+/),
);
