/** The default theme without its fonts: those of the system know Chinese, too, and need no download. */
import { useData } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineComponent, h } from 'vue';
import Mount from '../../pages/parts/mount.md';
import ChineseMount from '../../pages/zh-CN/parts/mount.md';
import './style.css';

/** Beside the name stands what one writes. */
const HeroCode = defineComponent(() => {
  const { lang } = useData();
  return () => h('div', { class: 'vp-doc hero-code' }, [h(lang.value === 'zh-CN' ? ChineseMount : Mount)]);
});

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(HeroCode) }),
};
