-- Asks wrk for the addresses of the file PATHS in turn, so that no answer is that of the request before.
local requests = {}
local place = 0

function init(arguments)
  for line in io.lines(os.getenv("PATHS")) do
    requests[#requests + 1] = wrk.format("GET", line)
  end
end

function request()
  place = place % #requests + 1
  return requests[place]
end

function done(summary, latency, _)
  io.write(string.format('\n{"requests": %d, "microseconds": %d, "p50": %.3f, "p99": %.3f, "faults": %d}\n',
    summary.requests, summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
