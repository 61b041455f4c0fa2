import edu.stanford.nlp.ling.HasWord;
import edu.stanford.nlp.ling.SentenceUtils;
import edu.stanford.nlp.ling.TaggedWord;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tags the sentences on standard input, one a line, and writes one line of tags for each. */
public class Teach {
  static final String MODEL = "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";
  static final int BATCH = 4096;

  public static void main(String[] args) throws Exception {
    MaxentTagger tagger = new MaxentTagger(args.length > 0 ? args[0] : MODEL);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    List<String> batch = new ArrayList<>();
    for (String line; (line = in.readLine()) != null; ) {
      batch.add(line);
      if (batch.size() == BATCH) {
        flush(tagger, batch, out);
      }
    }
    flush(tagger, batch, out);
    out.flush();
  }

  static void flush(MaxentTagger tagger, List<String> batch, PrintWriter out) {
    List<String> tagged = batch.parallelStream().map(l -> tag(tagger, l)).collect(Collectors.toList());
    for (String t : tagged) {
      out.println(t);
    }
    batch.clear();
  }

  static String tag(MaxentTagger tagger, String line) {
    if (line.isEmpty()) {
      return "";
    }
    String[] words = line.split("[ \t]");
    boolean open = false; // a straight double quote
    boolean single = false; // a curly single quote
    for (int i = 0; i < words.length; i++) { // the tagger knows the Treebank's quotes
      String w = words[i];
      switch (w) {
        case "\"":
          words[i] = open ? "''" : "``";
          open = !open;
          break;
        case "“":
          words[i] = "``";
          break;
        case "”":
          words[i] = "''";
          break;
        case "‘":
          words[i] = "`";
          single = true;
          break;
        case "’":
          words[i] = single && i > 0 && !words[i - 1].endsWith("s") ? "''" : "'";
          break;
        default:
          words[i] = w.replace('’', '\'');
      }
    }
    List<? extends HasWord> sentence = SentenceUtils.toWordList(words);
    StringBuilder b = new StringBuilder();
    for (TaggedWord t : tagger.tagSentence(sentence)) {
      if (b.length() > 0) {
        b.append(' ');
      }
      b.append(t.tag());
    }
    return b.toString();
  }
}
