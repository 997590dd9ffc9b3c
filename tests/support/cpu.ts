/** The milliseconds that this process has worked, which a busy machine does not lengthen as it does those of a clock. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
