const tex: Readonly<Record<string, string>> = {
  z1: '\\Sigma_1',
  a1: '\\sigma(z_1)',
  z2: 'z_{2}',
  a2: 'a_2',
  z3: 'z_3',
  yhat: '\\hat{y}',
  L: 'L(y, \\hat{y})',
  dL_dyhat: '\\frac{\\partial L}{\\partial \\hat{y}}',
  dyhat_dz3: '\\frac{\\partial \\hat{y}}{\\partial z_3}',
  da2_dz2: '\\frac{\\partial a_2}{\\partial z_2}',
  dL_dw3: '\\frac{\\partial L}{\\partial w_3}',
};
const plain: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(tex).map((name) => [name, name])),
  dL_dw3: 'dL/dw3',
  dL_dyhat: '∂L/∂ŷ',
  yhat: 'ŷ',
};

/** Ways to write one answer down. */
export const habits: Readonly<Record<string, (name: string, value: string, i: number) => string>> = {
  display: (name, value) => `$$${tex[name]} = ${value}$$\n`,
  aligned: (name, value) => `$$\\begin{aligned} ${tex[name]} &= ${value} \\end{aligned}$$\n`,
  'two displays': (name, value) => `$$${tex[name]}$$\n\n$$= ${value}$$\n`,
  boxed: (name, value) => `$$\\boxed{${tex[name]} = ${value}}$$\n`,
  'next line': (name, value) => `${plain[name]} =\n\n$${value}$\n`,
  bold: (name, value) => `**${plain[name]}:** ${value}\n`,
  bullet: (name, value) => `- ${plain[name]} = ${value}`,
  lettered: (name, value, i) => `${String.fromCharCode(97 + i)}) $${tex[name]} = ${value}$\n`,
  prose: (name, value) => `After some arithmetic we get $${tex[name]} = ${value}$, which seems right.\n`,
  code: (name, value) => `\`\`\`\n${name} = ${value}\n\`\`\`\n`,
  row: (name, value) => `${plain[name]}\t${value}`,
};
