import type { StationContext } from './station-context.ts';

/**
 * Asks the hall whether this agent acts for conspicuously many people. A hall that does not answer stops nobody: the
 * counter sees both people in any case.
 */
export async function checkStanding({ desk, hall }: StationContext): Promise<boolean> {
  const proxy = desk.visit?.proxy;
  if (proxy?.agent?.numberIsValid !== true) return false;
  const { proxyId, agent, principal } = proxy;
  const standing = await hall.proxyStanding({
    agentIdNumber: agent.number.revealFor('vault'),
    ...(principal?.numberIsValid === true && { principalIdNumber: principal.number.revealFor('vault') }),
  });
  const staffNeeded = standing.ok && standing.value.staffNeeded;
  desk.changeProxy(proxyId, (now) =>
    // Meanwhile somebody else may stand in the place.
    now.agent === agent && now.principal === principal ? { ...now, staffNeeded } : now,
  );
  return staffNeeded;
}
