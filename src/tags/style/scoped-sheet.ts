import { safeStyle } from '../parts/inline-style.js';
import { inContent, splitList } from './selectors.js';

/** What the config lays out. */
const content = '[part~="content"]';

/**
 * What no rule for `body` may change, lest the content leave its place. In a layer, important declarations win over all
 * that are in none. With `contain`, what has a fixed or absolute position stays in the content too.
 */
const guard = `@layer le-guard { @scope (${content}) { :scope {
  position: relative !important; inset: auto !important; float: none !important; z-index: auto !important; margin: 0 !important;
  width: auto !important; height: auto !important; min-width: 0 !important; min-height: 0 !important;
  max-width: none !important; max-height: none !important; grid-area: content !important; overflow: auto !important;
  transform: none !important; translate: none !important; rotate: none !important; scale: none !important;
  container: content / size !important; contain: layout !important;
} } }`;

/** Keyframes are not scoped, and the editor has some of its own. */
const framesPrefix = 'le-config-';

export interface ScopedSheet {
  readonly css: string;
  /** Rules that the browser could read. */
  readonly rules: number;
  /** Rules and declarations that were left out: they fetch something, or reach beyond the content. */
  readonly left: number;
}

/**
 * The CSS of a config, rebuilt from what the browser read of it, so that it ends where it should: every rule counts for
 * the content only, nothing is fetched, nothing is important.
 *
 * @param schemeOn the colour scheme that suits a background colour, if it is plain enough to tell
 */
export function scopedSheet(css: string, schemeOn: (background: string) => string | undefined): ScopedSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const rules = sheet.cssRules.length;
  const frames = new Map<string, string>();
  let left = (css.match(/@import\b/gi) ?? []).length;

  const clean = (style: CSSStyleDeclaration) => {
    const { cssText } = style;
    const before = [...style].map((name) => [name, style.getPropertyValue(name)] as const);
    // One declaration with an escape makes the whole text suspect.
    style.cssText = cssText.includes('\\')
      ? before.map(([name, value]) => safeStyle(`${name}: ${value}`)).join(';')
      : safeStyle(cssText);
    // Parts of a shorthand with var() have no value to be seen.
    left += before.filter(([name, value]) => value && !style.getPropertyValue(name)).length;
    if (cssText && !style.cssText) left++;
    const names = splitList(style.animationName);
    if (names.some((name) => frames.has(name))) {
      style.animationName = names.map((name) => frames.get(name) ?? name).join(', ');
    }
    suitText(style, schemeOn);
  };
  const walk = (group: CSSGroupingRule | CSSStyleSheet | CSSStyleRule | CSSKeyframesRule, nested: boolean): string => {
    let text = '';
    for (const rule of group.cssRules) {
      if (rule instanceof CSSStyleRule) {
        if (!nested) rule.selectorText = splitList(rule.selectorText).map(inContent).join(', ');
        clean(rule.style);
        const inside = walk(rule, true);
        text += `${rule.selectorText} { ${rule.style.cssText} ${inside} }\n`;
      } else if (rule instanceof CSSMediaRule) {
        text += `@media ${rule.media.mediaText} { ${walk(rule, nested)} }\n`;
      } else if (rule instanceof CSSSupportsRule) {
        text += `@supports ${rule.conditionText} { ${walk(rule, nested)} }\n`;
      } else if (rule instanceof CSSContainerRule) {
        text += `@container ${rule.conditionText} { ${walk(rule, nested)} }\n`;
      } else if (rule instanceof CSSLayerBlockRule) {
        // Layers come after all that is in none, which is all of the editor's.
        text += walk(rule, nested);
      } else if (nested && 'style' in rule) {
        const { style } = rule as CSSNestedDeclarations;
        clean(style);
        text += style.cssText;
      } else if (!(rule instanceof CSSKeyframesRule)) left++;
    }
    return text;
  };

  const keyframes = allKeyframes(sheet);
  for (const { name } of keyframes) frames.set(name, framesPrefix + name);
  let moving = '';
  for (const rule of keyframes) {
    for (const frame of rule.cssRules) clean((frame as CSSKeyframeRule).style);
    rule.name = framesPrefix + rule.name;
    moving += `${rule.cssText}\n`;
  }
  return { css: `${guard}\n@scope (${content}) {\n${walk(sheet, false)}}\n${moving}`, rules, left };
}

function allKeyframes(group: { readonly cssRules: CSSRuleList }): readonly CSSKeyframesRule[] {
  return [...group.cssRules].flatMap((rule) => {
    if (rule instanceof CSSKeyframesRule) return [rule];
    return rule instanceof CSSGroupingRule ? allKeyframes(rule) : [];
  });
}

/** Configs are written for a light page: on a background of its own, text takes the colours that suit it. */
function suitText(style: CSSStyleDeclaration, schemeOn: (background: string) => string | undefined): void {
  const scheme = style.backgroundColor && !style.colorScheme ? schemeOn(style.backgroundColor) : undefined;
  if (scheme === undefined) return;
  style.colorScheme = scheme;
  if (!style.color) style.color = 'var(--le-text)';
}
