using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>The reminders that are set to tick.</summary>
internal sealed class ArmedReminders(EmbeddedEngine engine) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId, string), ArmedReminder> _armed = [];
    private bool _closed;

    /// <summary>Grows with every change by a grain.</summary>
    public long Version { get; private set; }

    public void Set(ReminderEntry entry)
    {
        lock (_gate)
        {
            Version++;
            Replace(entry);
        }
    }

    public void Remove(GrainId grain, string name)
    {
        lock (_gate)
        {
            Version++;
            Drop((grain, name));
        }
    }

    /// <summary>Takes what was read, unless a grain has changed a reminder since the reading began.</summary>
    public void SetAll(IEnumerable<ReminderEntry> stored, long began)
    {
        lock (_gate)
        {
            if (Version != began)
                return;
            var read = stored.ToDictionary(entry => (entry.GrainId, entry.ReminderName));
            foreach (var gone in _armed.Keys.Where(key => !read.ContainsKey(key)).ToList())
                Drop(gone);
            foreach (var entry in read.Values.Where(IsNew))
                Replace(entry);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var key in _armed.Keys.ToList())
                Drop(key);
        }
    }

    private bool IsNew(ReminderEntry entry) =>
        !_armed.TryGetValue((entry.GrainId, entry.ReminderName), out var armed) || armed.ETag != entry.ETag;

    private void Replace(ReminderEntry entry)
    {
        var key = (entry.GrainId, entry.ReminderName);
        Drop(key);
        if (!_closed)
            _armed.Add(key, new ArmedReminder(engine, entry));
    }

    private void Drop((GrainId, string) key)
    {
        if (_armed.Remove(key, out var armed))
            armed.Dispose();
    }
}
