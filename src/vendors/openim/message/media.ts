import type { FilePart, ImagePart, SoundPart, VideoPart } from '../../../callback/message/part';
import { type GoFields, goFields } from './go-fields';

// PictureElem, SoundElem, VideoElem and FileElem of openim-sdk-core 3.8, sdk_struct/sdk_struct.go. Paths are those of the
// sender's own device, and no use to others.

export function imagePart(elem: GoFields): ImagePart {
  const [source] = elem.objects('sourcepicture');
  const [big] = elem.objects('bigpicture');
  const [small] = elem.objects('snapshotpicture');
  const best = goFields(source ?? big ?? {});
  return {
    kind: 'image',
    url: best.text('url') || undefined,
    size: best.amount('size'),
    format: best.text('type') || undefined,
    width: best.amount('width'),
    height: best.amount('height'),
    thumbnailUrl: (small && goFields(small).text('url')) || undefined,
  };
}

export function soundPart(elem: GoFields): SoundPart {
  return {
    kind: 'sound',
    url: elem.text('sourceurl') || undefined,
    size: elem.amount('datasize'),
    format: elem.text('soundtype') || undefined,
    duration: elem.amount('duration'),
  };
}

export function videoPart(elem: GoFields): VideoPart {
  return {
    kind: 'video',
    url: elem.text('videourl') || undefined,
    size: elem.amount('videosize'),
    format: elem.text('videotype') || undefined,
    duration: elem.amount('duration'),
    thumbnailUrl: elem.text('snapshoturl') || undefined,
  };
}

export function filePart(elem: GoFields): FilePart {
  return {
    kind: 'file',
    url: elem.text('sourceurl') || undefined,
    size: elem.amount('filesize'),
    format: elem.text('filetype') || undefined,
    name: elem.text('filename'),
  };
}
