import type { FilePart, ImagePart, SoundPart, VideoPart } from '../../../callback/message/part';
import { amountOf, type GoFields, goFields, objectsIn, textIn } from './go-fields';

// PictureElem, SoundElem, VideoElem and FileElem of openim-sdk-core 3.8, sdk_struct/sdk_struct.go. Paths are those of the
// sender's own device, and no use to others.

export function imagePart(elem: GoFields): ImagePart {
  const [source] = objectsIn(elem, 'sourcepicture');
  const [big] = objectsIn(elem, 'bigpicture');
  const [small] = objectsIn(elem, 'snapshotpicture');
  const best = goFields(source ?? big ?? {});
  return {
    kind: 'image',
    url: textIn(best, 'url') || undefined,
    size: amountOf(best, 'size'),
    format: textIn(best, 'type') || undefined,
    width: amountOf(best, 'width'),
    height: amountOf(best, 'height'),
    thumbnailUrl: (small && textIn(goFields(small), 'url')) || undefined,
  };
}

export function soundPart(elem: GoFields): SoundPart {
  return {
    kind: 'sound',
    url: textIn(elem, 'sourceurl') || undefined,
    size: amountOf(elem, 'datasize'),
    format: textIn(elem, 'soundtype') || undefined,
    duration: amountOf(elem, 'duration'),
  };
}

export function videoPart(elem: GoFields): VideoPart {
  return {
    kind: 'video',
    url: textIn(elem, 'videourl') || undefined,
    size: amountOf(elem, 'videosize'),
    format: textIn(elem, 'videotype') || undefined,
    duration: amountOf(elem, 'duration'),
    thumbnailUrl: textIn(elem, 'snapshoturl') || undefined,
  };
}

export function filePart(elem: GoFields): FilePart {
  return {
    kind: 'file',
    url: textIn(elem, 'sourceurl') || undefined,
    size: amountOf(elem, 'filesize'),
    format: textIn(elem, 'filetype') || undefined,
    name: textIn(elem, 'filename'),
  };
}
