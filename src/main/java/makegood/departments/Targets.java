package makegood.departments;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import makegood.platform.Text;

/**
 * Where calls to departments may go. An address that somebody typed must not lead into our own network: it is looked
 * at when it is saved, and the names behind it again whenever a connection is made.
 */
class Targets {
    /** Ranges that are nobody's public address: first bytes and how many bits of them count. */
    private static final List<Range> CLOSED = List.of(
            Range.of(8, 0),
            Range.of(10, 100, 64), // carrier's NAT; Alibaba's metadata
            Range.of(24, 192, 0, 0),
            Range.of(24, 192, 0, 2),
            Range.of(24, 192, 88, 99),
            Range.of(15, 198, 18),
            Range.of(24, 198, 51, 100),
            Range.of(24, 203, 0, 113),
            Range.of(4, 240),
            Range.of(32, 168, 63, 129, 16), // Azure's metadata
            Range.of(32, 169, 254, 169, 254));

    private static final List<Range> CLOSED_6 = List.of(
            Range.of(23, 0x20, 0x01, 0, 0), // Teredo and the like lead to an IPv4 address
            Range.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Range.of(16, 0x20, 0x02));

    private final boolean demo;
    private final Set<Integer> ports;
    private final Names names;

    /** The name service. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    Targets(boolean demo, Set<Integer> ports, Names names) {
        this.demo = demo;
        this.ports = ports;
        this.names = names;
    }

    /** What is wrong with a base address, if anything; its name is looked up too. */
    Optional<Text> fault(String url) {
        var shape = shape(url);
        if (shape.isPresent()) {
            return shape;
        }
        try {
            addresses(URI.create(url).getHost());
            return Optional.empty();
        } catch (UnknownHostException closed) {
            return wrong("a host that is known and in public", "须为可解析的公网主机");
        }
    }

    /** As {@link #fault}, without its name: that is looked up when the connection is made. */
    Optional<Text> shape(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException unreadable) {
            return wrong("no address that can be read", "地址无法识别");
        }
        boolean scheme = "https".equals(uri.getScheme()) || demo && "http".equals(uri.getScheme());
        if (!scheme || uri.getHost() == null) {
            return wrong("an address that begins with https://", "地址须以 https:// 开头");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return wrong("host, port and path only: no user, no query", "仅限主机、端口和路径，不得含用户信息或查询参数");
        }
        if (!demo && uri.getPort() != -1 && !ports.contains(uri.getPort())) {
            return wrong("only the ports " + ports, "仅允许端口 " + ports);
        }
        return Optional.empty();
    }

    private static Optional<Text> wrong(String en, String zh) {
        return Optional.of(new Text(en, zh));
    }

    /** The addresses to connect to; one that leads inside spoils them all. */
    InetAddress[] addresses(String host) throws UnknownHostException {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var all = names.of(bare);
        if (all.length == 0 || !Arrays.stream(all).allMatch(this::open)) {
            throw new UnknownHostException("the address of " + bare + " is not allowed");
        }
        return all;
    }

    private boolean open(InetAddress address) {
        if (address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return false;
        }
        boolean inside = address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
        if (inside) {
            return demo;
        }
        if (address instanceof Inet4Address) {
            return CLOSED.stream().noneMatch(range -> range.holds(address.getAddress()));
        }
        boolean global = (address.getAddress()[0] & 0xe0) == 0x20; // 2000::/3
        return global && CLOSED_6.stream().noneMatch(range -> range.holds(address.getAddress()));
    }

    private record Range(int bits, byte[] start) {
        static Range of(int bits, int... start) {
            var bytes = new byte[start.length];
            for (int i = 0; i < start.length; i++) {
                bytes[i] = (byte) start[i];
            }
            return new Range(bits, bytes);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                int expected = bit / 8 < start.length ? start[bit / 8] & mask : 0;
                if ((address[bit / 8] & mask) != expected) {
                    return false;
                }
            }
            return true;
        }
    }
}
