// Loaded before main.ts and worker.ts: when the supervisor is killed, the channel closes and the child ends as well.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
