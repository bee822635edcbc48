import type { VendorCommandLine } from '../../vendor-command-line';

export const help: VendorCommandLine['help'] = {
  main: { examples: ['im-callbacks send beforeGroupMsg --vendor tencent --to http://127.0.0.1:3000/im-callback'] },
  show: { examples: ['im-callbacks show Group.CallbackBeforeSendMsg'] },
  list: { examples: ["im-callbacks list 'Group.*SendMsg' --phase before"] },
  send: {
    examples: [
      'im-callbacks send Group.CallbackBeforeSendMsg --to http://127.0.0.1:3000/im-callback',
      "im-callbacks send beforeGroupMsg --vendor tencent --set 'MsgBody[0].MsgContent.Text=buy spam' --to …",
      'im-callbacks send --all --vendor tencent --json --to …',
    ],
  },
  storm: {
    examples: [
      'im-callbacks storm --vendor tencent --to http://127.0.0.1:3000/im-callback',
      'im-callbacks storm --vendor tencent --seed 7 --count 1000 --json --to …',
    ],
  },
  replay: {
    notes: ['SDKAppID and OptPlatform are the recorded ones, unless --sdk-app-id or --platform says otherwise.'],
  },
  config: {
    examples: [
      'im-callbacks config onLiveCreate onLiveDestroy --vendor tencent --sdk-app-id 1400000001 --part live_config --url …',
    ],
  },
  doctor: {
    examples: ['im-callbacks doctor https://chat.example.com/im-callback --vendor tencent --sdk-app-id 1400000001'],
  },
};
