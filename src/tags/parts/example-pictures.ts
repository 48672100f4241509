/** A small picture for an example, as a data URL: SVG on a ground of this colour. */
export const picture = (ground: string, drawing: string, [width, height] = [320, 200]): string => {
  const size = `width='${width}' height='${height}'`;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' ${size}><rect ${size} fill='${ground}'/>${drawing}</svg>`;
  return `data:image/svg+xml,${svg.replace(/[#<>]/g, encodeURIComponent)}`;
};

/** Hills under a sun. */
export const hills = picture(
  '#cde',
  "<path d='M0 200V120q60-50 120-10t120-20 80 30v80z' fill='#574'/><circle cx='250' cy='50' r='24' fill='#fc6'/>",
);

/** A crack in a wall. */
export const crack = picture(
  '#bbb',
  "<path d='M40 10l60 50-20 40 90 30 30 60' fill='none' stroke='#333' stroke-width='3'/>",
);
