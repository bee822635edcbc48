import polka from 'polka';
import { im } from './im.mjs';

polka().use('/im-callback', im).listen(3000);
