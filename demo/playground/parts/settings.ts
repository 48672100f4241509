const THEME = 'label-editor-playground:theme';
const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The three-way switch of the theme; remembered. */
export function themeSwitch(field: HTMLElement, apply: (theme: Theme) => void): void {
  const isTheme = (value: string | null): value is Theme => themes.some((theme) => theme === value);
  const set = (theme: Theme) => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    apply(theme);
  };
  const kept = localStorage.getItem(THEME);
  const first = isTheme(kept) ? kept : 'auto';
  for (const input of field.querySelectorAll('input')) input.checked = input.value === first;
  set(first);
  field.addEventListener('change', (event) => {
    const { value } = event.target as HTMLInputElement;
    if (!isTheme(value)) return;
    localStorage.setItem(THEME, value);
    set(value);
  });
}
