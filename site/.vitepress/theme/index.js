/** The default theme without its fonts: those of the system know Chinese, too, and need no download. */
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';

export default DefaultTheme;
