import net from 'node:net';
import tls, { type PeerCertificate } from 'node:tls';
import type { Found, Saying } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/** Whether the host exists, accepts connections, and has a certificate that senders accept. */
export async function checkConnection({ url, limitMs, doctor }: Examined): Promise<Found[]> {
  const { hostname, port, protocol } = new URL(url.origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isTls = protocol === 'https:';
  const reached = await connect(host, Number(port || (isTls ? 443 : 80)), isTls, limitMs);
  if ('code' in reached)
    return [unreachable(reached.code, `${host}:${port || (isTls ? 443 : 80)}`, doctor.says.unreachable)];
  if (reached.certificate === undefined) return [];
  const { error, certificate } = reached;
  const says = doctor.says.certificate;
  return error === undefined ? endsSoon(certificate, says) : [badCertificate(error, certificate, says)];
}

type Reached = { readonly code: string } | { readonly error?: string; readonly certificate?: PeerCertificate };

function connect(host: string, port: number, isTls: boolean, timeoutMs: number): Promise<Reached> {
  return new Promise((resolve) => {
    // An invalid certificate is accepted here and examined afterwards, so that the finding can describe it.
    const servername = net.isIP(host) === 0 ? { servername: host } : {};
    const socket = isTls
      ? tls.connect({ host, port, rejectUnauthorized: false, ...servername })
      : net.connect({ host, port });
    const end = (reached: Reached) => {
      socket.destroy();
      resolve(reached);
    };
    socket.setTimeout(timeoutMs, () => end({ code: 'ETIMEDOUT' }));
    socket.once('error', (error: NodeJS.ErrnoException) => end({ code: error.code ?? error.message }));
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      if (!(socket instanceof tls.TLSSocket)) return end({});
      const certificate = socket.getPeerCertificate();
      // Node's types declare an Error; the value is an error code.
      const error = socket.authorized ? undefined : String(socket.authorizationError);
      end(error === undefined ? { certificate } : { certificate, error });
    });
  });
}

const reasons: Readonly<Record<string, readonly [what: string, change: string]>> = {
  ENOTFOUND: ['the name has no address', 'Check the host name in the URL, and its DNS record.'],
  EAI_AGAIN: ['the name could not be looked up', 'Check the network and the DNS server of this machine.'],
  ECONNREFUSED: [
    'nothing listens there',
    'Start the app, or correct the port; behind Docker, 127.0.0.1 is the container.',
  ],
  ETIMEDOUT: ['no answer to the attempt to connect', 'Open the port in the firewall or security group.'],
  EPROTO: ['the server does not speak TLS', 'Write http:// in the URL, or set up TLS on that port.'],
  ERR_SSL_WRONG_VERSION_NUMBER: [
    'the server does not speak TLS',
    'Write http:// in the URL, or set up TLS on that port.',
  ],
};

function unreachable(code: string, where: string, { why, source }: Saying): Found {
  const [what, change] = reasons[code] ?? ['the connection failed', 'Check host, port and network.'];
  return {
    id: 'unreachable',
    level: 'problem',
    seen: `${where}: ${what} (${code})`,
    why: ['No callback arrives.', ...(why === undefined ? [] : [why])],
    source,
    change,
  };
}

const certificateErrors: Readonly<Record<string, readonly [what: string, change: string]>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: ['is self-signed', 'Use a certificate of a public CA.'],
  SELF_SIGNED_CERT_IN_CHAIN: ['leads to a root that is not public', 'Use a certificate of a public CA.'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'comes without its intermediate certificates',
    'Let the server send the whole chain (fullchain.pem, not cert.pem).',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'comes with a chain that does not end at a public root',
    'Let the server send the whole chain.',
  ],
  CERT_HAS_EXPIRED: ['has expired', 'Renew it.'],
  CERT_NOT_YET_VALID: ['is not valid yet', 'Check the clock of this machine, and the certificate.'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['is for another name', 'Get one for the host in the URL.'],
};

function badCertificate(error: string, { subject, valid_to }: PeerCertificate, { why, source }: Saying): Found {
  const [what, change] = certificateErrors[error] ?? [
    'is not accepted',
    'Use a certificate of a public CA, with its chain.',
  ];
  return {
    id: 'badCertificate',
    level: 'problem',
    seen: `the certificate for ${subject?.CN ?? 'an unknown name'}, valid to ${valid_to}, ${what} (${error})`,
    why: [
      'A sender that does not accept it never sends the request: the callback counts as failed.',
      ...(why === undefined ? [] : [why]),
    ],
    source,
    change,
  };
}

const soonDays = 14;

function endsSoon({ valid_to, subject }: PeerCertificate, { source }: Saying): Found[] {
  const days = Math.floor((Date.parse(valid_to) - Date.now()) / 86_400_000);
  if (Number.isNaN(days) || days >= soonDays) return [];
  return [
    {
      id: 'certificateEndsSoon',
      level: 'warning',
      seen: `the certificate for ${subject?.CN} ends in ${days} days`,
      why: 'From then on every callback fails.',
      source,
      change: 'Renew it, and set up automatic renewal.',
    },
  ];
}
