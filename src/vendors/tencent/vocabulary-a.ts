/** Names that several commands of groups and official accounts have. */
export const tencentVocabularyA: Readonly<Record<string, string>> = {
  Owner_Account: 'user ID of the owner',
  Name: 'name of the group, topic or official account',
  Introduction: 'text that introduces it',
  Notification: 'notice to the members',
  FaceUrl: 'address of its picture',
  InviteOption: 'how invitations are dealt with, e.g. NeedPermission; in no document',
  UserDefinedDataList: 'custom fields of the app',
  Key: 'name of the custom field',
  Value: 'value of the custom field',
  SubscribeAccountList: 'the users whom it concerns',
  Subscriber_Account: 'user ID of the subscriber',
};
