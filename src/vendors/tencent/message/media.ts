import { amountAt, type Fields, listAt, numberAt, objectAt, textAt } from '../../../callback/message/field';
import type { FilePart, ImagePart, SoundPart, VideoPart } from '../../../callback/message/part';
import { isObject } from '../../../codecs';

// Elements of 1047/33527. Second, VideoSecond and all sizes are 0 where the sender's app did not know them.

/** 1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 whatever else. */
const formats: readonly (string | undefined)[] = [undefined, 'jpg', 'gif', 'png', 'bmp'];

/** Type of a size of the image. */
const original = 1;
const thumbnail = 3;

export function imagePart(content: Fields): ImagePart {
  const sizes = listAt(content, 'ImageInfoArray').filter(isObject);
  const best = sizes.find((size) => numberAt(size, 'Type') === original) ?? sizes[0] ?? {};
  const smallest = sizes.find((size) => numberAt(size, 'Type') === thumbnail);
  return {
    kind: 'image',
    url: textAt(best, 'URL'),
    size: amountAt(best, 'Size'),
    format: formats[numberAt(content, 'ImageFormat') ?? 0],
    width: amountAt(best, 'Width'),
    height: amountAt(best, 'Height'),
    thumbnailUrl: smallest && textAt(smallest, 'URL'),
  };
}

export function soundPart(content: Fields): SoundPart {
  return {
    kind: 'sound',
    url: textAt(content, 'Url'),
    size: amountAt(content, 'Size'),
    format: undefined,
    duration: amountAt(content, 'Second'),
  };
}

export function videoPart(content: Fields): VideoPart {
  return {
    kind: 'video',
    url: textAt(content, 'VideoUrl'),
    size: amountAt(content, 'VideoSize'),
    format: textAt(content, 'VideoFormat'),
    duration: amountAt(content, 'VideoSecond'),
    thumbnailUrl: textAt(content, 'ThumbUrl'),
  };
}

export function filePart(content: Fields): FilePart {
  return {
    kind: 'file',
    url: textAt(content, 'Url'),
    size: amountAt(content, 'FileSize'),
    format: undefined,
    // An English table and code of integrators print fileName.
    name: textAt(content, 'FileName') ?? textAt(content, 'fileName') ?? '',
  };
}

/** Of any element, the object that `MsgContent` should be. */
export function contentOf(element: Fields): Fields {
  return objectAt(element, 'MsgContent') ?? {};
}
