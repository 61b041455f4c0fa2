import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

/** A node of OpenSearch for tests: java Node PORT FOLDER. It says "ready" and stays until it is stopped. */
public final class Node {
    public static void main(String[] args) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", args[0]);
            settings.put("network.host", "127.0.0.1");
            settings.put("discovery.type", "single-node");
            settings.put("transport.port", "0");
            settings.put("action.auto_create_index", "true");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false"); // a developer's disk is often full
        }).build(newConfigs().clusterName("dateline-test").numOfNode(1).basePath(args[1]).useLogger());
        runner.ensureYellow();
        System.out.println("ready");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try { runner.close(); } catch (Exception e) { System.err.println(e); }
        }));
        new CountDownLatch(1).await();
    }
}
