"""Prints one golden file of the calendar, read from compiled zone files by Python's zoneinfo.

Arguments: mornings|transitions, the IANA version (for the heading), the folder of the zone files.
"""
import sys
import zoneinfo
from datetime import date, datetime, timedelta, timezone

ZONES = [
    "Africa/Bamako", "Africa/Banjul", "Africa/Casablanca", "Africa/Dakar", "Africa/El_Aaiun", "Africa/Ndjamena",
    "Africa/Niamey", "Africa/Ouagadougou", "Africa/Porto-Novo", "America/New_York", "Asia/Kolkata",
]
FIRST_MORNING, LAST_MORNING = date(2018, 1, 1), date(2030, 12, 31)
# Before 1970 Debian keeps the separate histories of zones that the main IANA data has merged.
FIRST_INSTANT, LAST_INSTANT = datetime(1970, 1, 1, tzinfo=timezone.utc), datetime(2037, 12, 31, tzinfo=timezone.utc)


def mornings():
    """Runs of days on which 09:00 falls at the same time UTC."""
    yield "zone\tfrom\tto\t09:00 is, UTC"
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        run_from = run_to = run_time = None
        day = FIRST_MORNING
        while day <= LAST_MORNING:
            instant = datetime(day.year, day.month, day.day, 9, tzinfo=zone).astimezone(timezone.utc)
            assert instant.date() == day
            time = instant.strftime("%H:%M")
            if time != run_time:
                if run_from:
                    yield f"{name}\t{run_from}\t{run_to}\t{run_time}"
                run_from, run_time = day, time
            run_to = day
            day += timedelta(days=1)
        yield f"{name}\t{run_from}\t{run_to}\t{run_time}"


def transitions():
    """Every change of the clocks, with the local time an hour before, a minute before, at it, and an hour after."""
    yield "zone\ttransition, UTC\t-1 h, local\t-1 min, local\tat it, local\t+1 h, local"
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        offset = lambda instant: instant.astimezone(zone).utcoffset()
        local = lambda instant: instant.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        low, found = FIRST_INSTANT, 0
        while low < LAST_INSTANT:
            high = low + timedelta(hours=12)
            if offset(low) != offset(high):
                before, after = low, high
                while after - before > timedelta(seconds=1):
                    middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
                    before, after = (middle, after) if offset(middle) == offset(low) else (before, middle)
                hour, minute = timedelta(hours=1), timedelta(minutes=1)
                shown = "\t".join(local(t) for t in (after - hour, after - minute, after, after + hour))
                yield f"{name}\t{after.strftime('%Y-%m-%dT%H:%M:%SZ')}\t{shown}"
                found += 1
            low = high
        yield f"{name}\tchanges 1970-2037: {found}"


def main():
    kind, version, folder = sys.argv[1:]
    zoneinfo.reset_tzpath(to=[folder])
    print(f"# Debian tzdata {version}; written by infra/checks/golden-zones.mjs, do not edit")
    for line in {"mornings": mornings, "transitions": transitions}[kind]():
        print(line)


main()
