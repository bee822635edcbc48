import { fields, integer, list, oneOrList, text } from '../../../codecs';
import { command, groupRefusal } from './command';
import { inGroup } from './conversation';

// The conversation of these events is the community, not the topic: one deletion names several topics, and what was
// created must not be handled after its deletion.

export const beforeCreateTopic = command({
  wire: 'Group.CallbackBeforeCreateTopic',
  event: 'topicCreate',
  phase: 'before',
  summary: 'Somebody wants to create a topic in a community.',
  titleZh: '创建话题之前回调',
  source: '1047/49463, 269/78206',
  request: fields(
    'Group.CallbackBeforeCreateTopic',
    { Operator_Account: text },
    { CallbackCommand: text, Type: text, Name: text, EventTime: integer },
  ),
  quirks: [
    'It does not say which community the topic is for.',
    'It has no console switch of its own: that of Group.CallbackBeforeCreateGroup turns it on.',
    'The caller sees a refusal without a code of its own as 10016.',
  ],
  refusal: groupRefusal,
  // Neither the topic nor its community is named; the key is a digest, and there is no conversation.
  identity: ({ EventTime }) => ({ at: EventTime }),
  sample: {
    CallbackCommand: 'Group.CallbackBeforeCreateTopic',
    Operator_Account: 'u_alice',
    Type: 'Community',
    Name: 'Gear',
  },
});

export const afterCreateTopic = command({
  wire: 'Group.CallbackAfterCreateTopic',
  event: 'topicCreate',
  phase: 'after',
  summary: 'A topic has been created in a community.',
  titleZh: '创建话题之后回调',
  source: '1047/49464, 269/78207',
  request: fields(
    'Group.CallbackAfterCreateTopic',
    { GroupId: text, TopicId: text },
    {
      CallbackCommand: text,
      Operator_Account: text,
      Owner_Account: text,
      Type: text,
      Name: text,
      UserDefinedDataList: list(fields('custom field', {}, { Key: text, Value: text })),
      EventTime: integer,
    },
  ),
  meanings: { GroupId: 'the community that the topic is in', TopicId: 'the new topic' },
  quirks: ['It has no console switch of its own: that of Group.CallbackAfterCreateGroup turns it on.'],
  // An app may choose topic ids and use one again, so without EventTime the key is a digest.
  identity: ({ GroupId, TopicId, EventTime }) => ({
    key: [GroupId, TopicId, EventTime],
    conversation: ['group', GroupId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Group.CallbackAfterCreateTopic',
    GroupId: '@TGS#_@TGS#dNOVA62CJ',
    TopicId: '@TGS#_@TGS#dNOVA62CJ@TOPIC#_Gear',
    Operator_Account: 'u_alice',
    Owner_Account: 'u_alice',
    Type: 'Community',
    Name: 'Gear',
    UserDefinedDataList: [{ Key: 'Color', Value: 'green' }],
  },
});

export const afterTopicDestroyed = command({
  wire: 'Group.CallbackAfterTopicDestroyed',
  event: 'topicDestroy',
  phase: 'after',
  summary: 'One or several topics of a community were deleted.',
  titleZh: '解散话题之后回调',
  source: '1047/49465, 269/78208',
  request: fields(
    'Group.CallbackAfterTopicDestroyed',
    { GroupId: text, TopicIdList: oneOrList(text) },
    { CallbackCommand: text, Type: text, EventTime: integer },
  ),
  meanings: {
    GroupId: 'the community that the topics were in',
    TopicIdList: 'the topics that are gone',
    'TopicIdList[]': 'topic ID',
  },
  quirks: [
    'TopicIdList is a string in the table of the page and a list in its sample; here it is always a list.',
    'It has no console switch of its own: that of Group.CallbackAfterGroupDestroyed turns it on.',
  ],
  // A list does not name one event.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterTopicDestroyed',
    GroupId: '@TGS#_@TGS#dNOVA62CJ',
    Type: 'Community',
    TopicIdList: ['@TGS#_@TGS#dNOVA62CJ@TOPIC#_Gear', '@TGS#_@TGS#dNOVA62CJ@TOPIC#_Trails'],
  },
});

export const afterTopicInfoChanged = command({
  wire: 'Group.CallbackAfterTopicInfoChanged',
  event: 'topicInfo',
  phase: 'after',
  summary: 'The profile of a topic was changed.',
  titleZh: '话题资料修改之后回调',
  source: '1047/49466, 269/78209',
  request: fields(
    'Group.CallbackAfterTopicInfoChanged',
    { GroupId: text },
    {
      CallbackCommand: text,
      Type: text,
      Operator_Account: text,
      Name: text,
      Introduction: text,
      Notification: text,
      FaceUrl: text,
      TopicId: text,
      EventTime: integer,
    },
  ),
  meanings: { GroupId: 'the community that the topic is in', TopicId: 'the topic; in no document' },
  quirks: [
    'According to the document, it does not say which topic was changed; TopicId is read if it comes nevertheless.',
    'It has no console switch of its own: that of Group.CallbackAfterGroupInfoChanged turns it on.',
  ],
  // A profile can change back and forth.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterTopicInfoChanged',
    GroupId: '@TGS#_@TGS#dNOVA62CJ',
    Type: 'Community',
    Operator_Account: 'u_alice',
    Name: 'Gear talk',
    Introduction: 'boots and bags',
    Notification: 'be kind',
    FaceUrl: 'https://img.example.com/t.png',
  },
});
