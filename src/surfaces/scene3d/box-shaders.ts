/** Bits of an instance's flags. */
export const FLAG = { dashed: 1, raised: 2 } as const;
/** Widths are sent as eighths of a CSS pixel. */
export const WIDTH_UNIT = 8;

/** CSS pixels: of the soft rim that lines stand out by, and of dashes and the gaps between them. */
const RIM = 1;
const DASH = [6, 4] as const;
/** How much of what is not the box that a view is of is left in it. */
const FAINT = 0.3;

const number = (value: number): string => value.toFixed(3);

/** An instance is a box; its corners are at -1 and 1 along its own axes. */
const box = `
precision highp float;
precision highp int;
in vec3 iCentre;
in vec3 iHalf;
in vec3 iAhead;
in vec3 iLeft;
in vec4 iColour;
/** Width, flags, opacity of the faces, nothing. */
in vec4 iStyle;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
/** The only box that is not faint; below 0: none is. */
uniform int uOnly;
vec4 clipOf(vec3 corner) {
  vec3 way = iHalf * corner;
  vec3 at = iCentre + iAhead * way.x + iLeft * way.y + cross(iAhead, iLeft) * way.z;
  return projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}
float share() { return uOnly < 0 || uOnly == gl_InstanceID ? 1.0 : ${number(FAINT)}; }
`;

/** Each line is a strip of pixels: graphics have no lines wider than one. */
export const edgeVertexShader = `${box}
/** The line's ends, which of them this corner of the strip is at, on which side it is, and how strong the line is. */
in vec3 aFrom;
in vec3 aTo;
in vec3 aCorner;
/** Device pixels of the view, and how many of them are in one CSS pixel. */
uniform vec2 uScreen;
uniform float uRatio;
out vec3 vAt;
flat out vec4 vColour;
flat out vec3 vLook;
/** What is behind the eye comes up to where drawing begins. */
vec4 before(vec4 p, vec4 q) {
  float a = p.z + p.w;
  float b = q.z + q.w;
  return a < 0.0 && b > 0.0 ? mix(p, q, a / (a - b) + 0.00001) : p;
}
void main() {
  vec4 a = clipOf(aFrom);
  vec4 b = clipOf(aTo);
  vec4 from = before(a, b);
  vec4 to = before(b, a);
  vec2 start = (from.xy / from.w) * 0.5 * uScreen;
  vec2 end = (to.xy / to.w) * 0.5 * uScreen;
  vec2 way = end - start;
  float length_ = length(way);
  vec2 ahead = length_ > 0.0001 ? way / length_ : vec2(1.0, 0.0);
  vec4 style = floor(iStyle * 255.0 + 0.5);
  float width = max(1.0, style.x / ${number(WIDTH_UNIT)} * uRatio * aCorner.z);
  float reach = width * 0.5 + ${number(RIM)} * uRatio;
  bool atEnd = aCorner.x > 0.5;
  vec4 here = atEnd ? to : from;
  vec2 offset = vec2(-ahead.y, ahead.x) * reach * aCorner.y + ahead * width * (atEnd ? 0.5 : -0.5);
  int flags = int(style.y);
  // One that is selected lies over all points. The others are a little nearer than they are, to lie over their own.
  float z = (flags & ${FLAG.raised}) != 0 ? here.w * -0.9 + here.z * 0.05 : here.z - 0.0002 * here.w;
  gl_Position = vec4(here.xy + offset / (0.5 * uScreen) * here.w, z, here.w);
  // Even along the screen, also in perspective.
  vAt = vec3(reach * aCorner.y, atEnd ? length_ : 0.0, 1.0) * here.w;
  vColour = vec4(iColour.rgb, share() * (aCorner.z < 1.0 ? 0.6 : 1.0));
  vLook = vec3(width, float(flags & ${FLAG.dashed}), uRatio);
}
`;

export const edgeFragmentShader = `
precision highp float;
in vec3 vAt;
flat in vec4 vColour;
flat in vec3 vLook;
uniform vec3 uRim;
out vec4 colour;
void main() {
  vec2 at = vAt.xy / vAt.z;
  bool isGap = vLook.y > 0.5 && mod(at.y, ${number(DASH[0] + DASH[1])} * vLook.z) > ${number(DASH[0])} * vLook.z;
  float far = abs(at.x) - vLook.x * 0.5;
  float line = isGap ? 0.0 : clamp(0.5 - far, 0.0, 1.0);
  float rim = isGap ? 0.0 : clamp(1.0 - far / (${number(RIM)} * vLook.z), 0.0, 1.0) * 0.4;
  float alpha = max(line, rim);
  vec3 ink = mix(uRim, vColour.rgb, line);
  colour = vec4(ink, 1.0) * alpha * vColour.a;
  if (colour.a < 0.004) discard;
}
`;

export const faceVertexShader = `${box}
in vec3 position;
flat out vec4 vColour;
void main() {
  gl_Position = clipOf(position);
  float alpha = iStyle.z * share();
  vColour = vec4(iColour.rgb * alpha, alpha);
}
`;

export const faceFragmentShader = `
precision highp float;
flat in vec4 vColour;
out vec4 colour;
void main() { colour = vColour; }
`;
